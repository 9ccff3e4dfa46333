import type { Alarm } from './door-words.rule.ts'
import {
  alarms,
  channelWords,
  denials,
  longAgo,
  openQuestions,
  rightNow,
  subjects,
  suppositions,
} from './door-words.rule.ts'
import type { ChannelDoor, Door, EmergencyDoor } from './doors.contract.ts'

/**
 * The door a report is shown before it may become a case: an emergency's numbers first, else a lawful channel, else
 * none. A false alarm costs its reporter one confirmation; a missed one loses the notice, and perhaps a life: so the
 * words lean to caution, and only a denial, a supposition, a subject or a time long past beside the word calms it.
 * It never decides: whoever confirms may go on.
 */
export function doorFor(words: string): Door | null {
  return emergencyFor(words) ?? channelFor(words)
}

/** The numbers to call at once, or null. A report may need a channel as well: ask `channelFor` for it. */
export function emergencyFor(words: string): EmergencyDoor | null {
  const clauses = clausesOf(words)
  const rung = alarms.flatMap((alarm) => {
    const heard = clauses.flatMap((clause) => heardIn(clause, alarm))
    return heard.length > 0 ? [{ alarm, heard }] : []
  })
  if (rung.length === 0) return null
  return {
    kind: 'emergency',
    lines: [...new Set(rung.flatMap(({ alarm }) => alarm.lines))],
    because: [...new Set(rung.flatMap(({ heard }) => heard))],
  }
}

/** The lawful channel for a petition, a report of wrongdoing, or abuse; or null. Denied is not unsaid: caution. */
export function channelFor(words: string): ChannelDoor | null {
  const clauses = clausesOf(words)
  for (const { channel, words: pattern, harmless } of channelWords) {
    const because = clauses.flatMap((clause) => without(clause, harmless).match(pattern)?.[0] ?? [])
    if (because.length > 0) return { kind: 'channel', channel, because: [...new Set(because)] }
  }
  return null
}

/** Half width, lower case, no spaces between Chinese characters, cut at its punctuation; 、 joins. */
function clausesOf(words: string): string[] {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\n\r]+/g, ',')
    .replace(/(?<=[^\p{ASCII}])\s+|\s+(?=[^\p{ASCII}])/gu, '')
    .split(/[,.;:!?。…]+/)
    .filter((clause) => clause !== '')
}

const without = (clause: string, harmless: RegExp | undefined): string =>
  harmless?.test(clause) ? clause.replace(new RegExp(harmless, 'g'), '／') : clause

/** What rings in a clause and is not calmed by what stands before or behind it. */
function heardIn(clause: string, alarm: Alarm): string[] {
  const text = without(clause, alarm.harmless)
  // Nearly every report rings nothing: the search for all rings is made only where there is one.
  if (!alarm.rings.test(text)) return []
  return [...text.matchAll(new RegExp(alarm.rings, 'g'))]
    .filter((ring) => !isCalmed(text, ring.index, ring[0], alarm.neverCalmed === true))
    .map((ring) => ring[0])
}

/** Characters before an alarm that can calm it: all that the words look back, and no more, so that time is bounded. */
const reachBefore = 40

function isCalmed(text: string, at: number, ring: string, neverCalmed: boolean): boolean {
  const before = text.slice(Math.max(0, at - reachBefore), at).replace(openQuestions, '／')
  if (denials.test(before)) return true
  if (subjects.test(text.slice(at + ring.length))) return true
  if (neverCalmed) return false
  if (suppositions.test(before)) return true
  return longAgo.test(before) && !rightNow.test(text)
}
