import { askJson } from '/ui/lib/api.js';

let told = null;

/** Asks the server what it judges by, once: before a page is shown that judges too. */
export async function loadRules() {
  told ??= await askJson('/api/v1/rules');
}

/** As GET /api/v1/rules has them. */
export function rules() {
  return told;
}
