import canonicalize from 'canonicalize'
import type { CatalogueDiff, ChangedMatter, Matter, MatterField, NewMatter } from './contract.ts'
import { matterFields } from './fields.contract.ts'

/** The fields in which two matters differ, in the order in which a person reads them. */
export function changedFields(before: NewMatter, after: NewMatter): MatterField[] {
  return matterFields.filter((field) => canonicalize(before[field]) !== canonicalize(after[field]))
}

/** What became of the catalogue between two of its states: what came, what changed field by field, and what went. */
export function diffCatalogues(
  before: readonly Matter[],
  after: readonly Matter[],
): Pick<CatalogueDiff, 'added' | 'changed' | 'retired'> {
  const standing = new Map(before.map((matter) => [matter.code, matter]))
  const left = new Set(standing.keys())
  const added: Matter[] = []
  const changed: ChangedMatter[] = []
  for (const matter of after) {
    const known = standing.get(matter.code)
    left.delete(matter.code)
    if (!known) added.push(matter)
    else {
      const fields = changedFields(known, matter)
      if (fields.length > 0) changed.push({ before: known, after: matter, fields })
    }
  }
  return { added, changed, retired: [...left].map((code) => standing.get(code)!) }
}
