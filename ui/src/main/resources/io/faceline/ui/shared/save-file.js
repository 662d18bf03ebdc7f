/** Offers bytes as a file to save. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The name of a file without its ending. */
export function stem(name) {
  return name.replace(/\.\w+$/, '');
}
