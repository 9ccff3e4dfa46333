import { laterDay, termEnd } from './attention.rule.ts'
import type { BodyColumn, BodyFault } from './body-file.contract.ts'
import { type BodyPlan, type Known, type Say, type Standing, termKey } from './body-plan.rule.ts'
import type { TermEntry } from './body-rows.rule.ts'
import { isCalled, type OpenOffice } from './plan-offices.rule.ts'

/** The terms of a file: who begins, what changes, and the people who are new. */
export function planTerms(
  entries: readonly TermEntry[],
  open: ReadonlyMap<string, readonly OpenOffice[]>,
  known: ReadonlyMap<string, Known>,
  standing: Standing,
  say: Say,
) {
  const names = new Map<string, string>()
  /** Only whoever keeps the whole district renames people that are known. */
  const nameOf = (code: string, name: string): string =>
    names.get(code) ?? (standing.mayRename ? name : (standing.people.get(code)?.name ?? name))
  const current = new Set(standing.current)
  const begin: BodyPlan['beginTerms'][number][] = []
  const change: BodyPlan['changeTerms'][number][] = []
  let same = 0
  const seen = new Set<string>()
  const holding = new Set<string>()
  for (const entry of [...entries].sort(byDay)) {
    const tell = (column: BodyColumn, reason: BodyFault, value: string) =>
      say('terms', entry.row, column, reason, value)
    const body = known.get(entry.bodyCode)
    const office = (open.get(entry.bodyCode) ?? []).find((one) => isCalled(one, entry.office))
    const officeKey = `${entry.bodyCode} ${office?.nameZh ?? ''} ${entry.personCode}`
    const key = `${officeKey} ${entry.startsOn}`
    if (!body) tell('code', 'body_unknown', entry.bodyCode)
    else if (!standing.may(body.kind, body.path)) tell('code', 'not_permitted', entry.bodyCode)
    else if (!office) tell('office', 'office_unknown', entry.office)
    else if (nameOf(entry.personCode, entry.name) !== entry.name) tell('person', 'person_differs', entry.name)
    // One to come is called off on its first day, as `endTerm` has it.
    else if (entry.endedOn !== null && entry.endedOn > laterDay(entry.startsOn, standing.today))
      tell('ended_on', 'day_ahead', entry.endedOn)
    else if (seen.has(key) || (entry.endedOn === null && holding.has(officeKey)))
      tell('person', 'repeated', entry.name)
    else {
      names.set(entry.personCode, entry.name)
      seen.add(key)
      if (entry.endedOn === null) holding.add(officeKey)
      const endsOn =
        entry.endsOn === 'none' ? null : (entry.endsOn ?? termEnd(entry.startsOn, office.termMonths))
      const term =
        office.id === null
          ? undefined
          : standing.terms.get(termKey(office.id, entry.personCode, entry.startsOn))
      const person = `${office.id ?? ''} ${entry.personCode}`
      // Begun or taken up again: not while the same person holds the office by another term.
      if (entry.endedOn === null && term?.endedOn !== null && current.has(person))
        tell('person', 'repeated', entry.name)
      else if (term === undefined)
        begin.push({
          ...entry,
          bodyCode: office.bodyCode,
          title: office.title,
          nameZh: office.nameZh,
          endsOn,
        })
      else if (term.endsOn !== endsOn || term.endedOn !== entry.endedOn || term.reason !== entry.reason) {
        change.push({ ...entry, id: term.id, endsOn })
        if (entry.endedOn !== null) current.delete(person)
      } else same++
    }
  }
  return { begin, change, same, ...peopleOf(names, standing) }
}

/** The people of the file: new ones, those whose name changes, and how many stay. */
function peopleOf(names: ReadonlyMap<string, string>, standing: Standing) {
  const people = [...names].map(([code, name]) => ({ code, name, before: standing.people.get(code) }))
  const renamed = people.filter(({ before, name }) => before !== undefined && before.name !== name)
  const added = people.filter(({ before }) => before === undefined)
  return {
    addPeople: added.map(({ code, name }) => ({ code, name })),
    renamePeople: renamed.map(({ code, name, before }) => ({ id: before!.id, code, name })),
    samePeople: people.length - added.length - renamed.length,
  }
}

/** Earlier terms first, so that one ends before the next begins. */
const byDay = (a: TermEntry, b: TermEntry): number =>
  a.startsOn === b.startsOn ? a.row - b.row : a.startsOn < b.startsOn ? -1 : 1
