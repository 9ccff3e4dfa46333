/** Without ways of writing: full width, capitals, spaces, the dot in a name of two parts. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.’'‘-]/g, '')
