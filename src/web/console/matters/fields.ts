import type { Matter, MatterField } from '../../../matters/contract.ts'

/** Fields in the order in which a matter is read. */
export const shownFields: readonly MatterField[] = [
  'nameZh',
  'nameEn',
  'categoryZh',
  'hostRole',
  'host',
  'level',
  'answers',
  'response',
  'resolution',
  'yellowPercent',
  'evidence',
  'confidential',
  'basis',
  'keywords',
]

const allFields: readonly MatterField[] = ['category', 'categoryEn', ...shownFields]

/** Where two versions of a matter say something else. Both come from the server, which writes each field one way. */
export const fieldsThatDiffer = (before: Matter, after: Matter): MatterField[] =>
  allFields.filter((field) => JSON.stringify(sorted(before[field])) !== JSON.stringify(sorted(after[field])))

/** An object with its keys in order: stored JSON keeps them in its own. */
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value
