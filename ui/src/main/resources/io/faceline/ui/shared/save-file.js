// @ts-check

/**
 * Downloads data as a file.
 *
 * @param {Blob} blob
 * @param {string} name
 */
export function saveFile(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The name of a file without its extension. @param {string} name */
export function baseName(name) {
  return name.replace(/\.\w+$/, '');
}
