export const paperKinds = ['supervision', 'reply', 'case'] as const
export type PaperKind = (typeof paperKinds)[number]

/** Which sheet an address asks for; the case sheet, which every case has, where it asks for none. */
export const readPaperKind = (search: Readonly<Record<string, unknown>>): PaperKind =>
  paperKinds.find((kind) => kind === search.sheet) ?? 'case'
