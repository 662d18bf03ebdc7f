import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../main/resources/io/faceline/ui', import.meta.url));
const IMPORT = /^(?:import|\} from|import .* from) ['"](\.[^'"]+)['"]/gm;

/** The folders that each folder imports from, by the statements at the top of its files. */
function importedFolders() {
  const folders = new Map();
  for (const file of readdirSync(ROOT, { recursive: true }).filter((name) => name.endsWith('.js'))) {
    const imported = [...readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)].map(([, path]) =>
      dirname(relative(ROOT, join(ROOT, dirname(file), path))),
    );
    folders.set(
      dirname(file),
      new Set([...(folders.get(dirname(file)) ?? []), ...imported.filter((folder) => folder !== dirname(file))]),
    );
  }
  return folders;
}

test('what pages share knows no page', () => {
  const folders = importedFolders();

  assert.deepEqual([...folders.get('shared')], ['strings']);
  assert.deepEqual([...folders.get('strings')], []);
});

test('folders do not import each other in a circle', () => {
  const folders = importedFolders();
  const free = new Set();
  for (let before = -1; before < free.size; ) {
    before = free.size;
    for (const [folder, imported] of folders) {
      if ([...imported].every((other) => free.has(other))) {
        free.add(folder);
      }
    }
  }

  assert.deepEqual(
    [...folders.keys()].filter((folder) => !free.has(folder)),
    [],
  );
});
