// node lint-asyncapi.mjs FILE: prints what AsyncAPI's parser finds, and fails if it is an error.
import { readFile } from 'node:fs/promises';
import { Parser } from '@asyncapi/parser';

const { document, diagnostics } = await new Parser().parse(await readFile(process.argv[2], 'utf8'));
for (const { severity, code, path, message } of diagnostics) {
  console.log(`${severity} ${code} ${path.join('.')}: ${message}`);
}
if (!document || diagnostics.some(({ severity }) => severity <= 1)) {
  process.exit(1);
}
