/** Stands for the matter, and the category, of what has none. Without a schema beside it: pages take it as it is. */
export const noMatter = '-'
