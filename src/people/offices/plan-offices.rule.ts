import type { BodyColumn, BodyFault } from './body-file.contract.ts'
import type { BodyPlan, Known, OfficeRef, Say, Standing } from './body-plan.rule.ts'
import type { OfficeEntry } from './body-rows.rule.ts'

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** An office as the terms of the file may name it. */
export interface OpenOffice extends OfficeRef {
  /** Null where it is only to be opened. */
  readonly id: string | null
  readonly nameEn: string
  readonly seats: number
  readonly termMonths: number | null
}

/** The offices of every body that the file may name: those that stand, and those that come with a founding. */
function officesOf(known: ReadonlyMap<string, Known>, standing: Standing): Map<string, OpenOffice[]> {
  const of = (bodyCode: string, { kind, isNew }: Known): OpenOffice[] => {
    const has = isNew
      ? standing.usual(kind).map((office) => ({ ...office, id: null }))
      : (standing.offices.get(bodyCode) ?? [])
    return has.map(({ id, title, nameZh, nameEn, seats, termMonths }) => ({
      bodyCode,
      id,
      title,
      nameZh,
      nameEn,
      seats,
      termMonths,
    }))
  }
  return new Map([...known].map(([code, body]) => [code, of(code, body)]))
}

/** What a row makes of an office: its seats and its term as the row says, or as they are, or as they usually are. */
function wanted(
  entry: OfficeEntry,
  before: Pick<OpenOffice, 'title' | 'nameZh' | 'seats' | 'termMonths'> | undefined,
) {
  const { bodyCode, office, seats, termMonths } = entry
  return {
    bodyCode,
    title: before?.title ?? 'own',
    nameZh: before?.nameZh ?? office,
    seats: seats ?? before?.seats ?? 1,
    termMonths: termMonths === 'none' ? null : (termMonths ?? before?.termMonths ?? null),
  }
}

/** The offices of a file: which are opened, which get other seats or another term. */
export function planOffices(
  entries: readonly OfficeEntry[],
  known: ReadonlyMap<string, Known>,
  standing: Standing,
  say: Say,
) {
  const open = officesOf(known, standing)
  const add: BodyPlan['openOffices'][number][] = []
  const set: BodyPlan['setOffices'][number][] = []
  let same = 0
  const seen = new Set<string>()
  for (const entry of entries) {
    const tell = (column: BodyColumn, reason: BodyFault, value: string) =>
      say('offices', entry.row, column, reason, value)
    const body = known.get(entry.bodyCode)
    const own = open.get(entry.bodyCode) ?? []
    const found = own.find((office) => isCalled(office, entry.office))
    const key = `${entry.bodyCode} ${found?.nameZh ?? entry.office}`
    if (!body) tell('code', 'body_unknown', entry.bodyCode)
    else if (!standing.may(body.kind, body.path)) tell('code', 'not_permitted', entry.bodyCode)
    else if (seen.has(key)) tell('office', 'repeated', entry.office)
    else {
      seen.add(key)
      const usual = standing.usual(body.kind).find((office) => isCalled(office, entry.office))
      const office = wanted(entry, found ?? usual)
      // Terms of the same file are as long as its offices say.
      const ruled = { ...office, id: found?.id ?? null, nameEn: (found ?? usual)?.nameEn ?? '' }
      open.set(entry.bodyCode, [...own.filter((one) => one !== found), ruled])
      if (found?.seats === office.seats && found.termMonths === office.termMonths) same++
      else if (found) set.push(office)
      else add.push({ ...office, nameEn: ruled.nameEn, kind: usual?.kind ?? 'member' })
    }
  }
  return { add, set, same, open }
}

/** Whether a sheet means this office: by its name in either language, or by its title. */
export const isCalled = (
  { title, nameZh, nameEn }: { readonly title: string; readonly nameZh: string; readonly nameEn: string },
  text: string,
): boolean => [nameZh, nameEn, title === 'own' ? nameZh : title].some((name) => plain(name) === plain(text))
