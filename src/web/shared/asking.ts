import type { RequestCase } from '../../cases/acts.contract.ts'
import type { OwnRoom } from '../../cases/story.contract.ts'
import { askingWords } from '../words/asking.ts'
import type { Language } from '../words/language.ts'
import { sayDate } from '../words/time.ts'
import type { Words } from '../words/zh.ts'

type Kind = RequestCase['kind']

/** Whether a unit may ask for this at all; where nothing is known the server says so. */
export function mayAsk(kind: Kind, room: OwnRoom | null): boolean {
  if (room === null) return true
  const { extensions, extensionDays, pauses, pauseDays, listingDays } = room.left
  if (kind === 'extension') return extensions > 0 && extensionDays > 0
  if (kind === 'pause') return pauses > 0 && pauseDays > 0
  if (kind === 'listing') return listingDays > 0
  return room.giveBack !== 'bound'
}

/** The most working days that may be asked for now. */
export const daysMost = (kind: Kind | null, room: OwnRoom | null): number => {
  if (room === null) return 999
  return kind === 'pause' ? room.left.pauseDays : room.left.extensionDays
}

/** What is left of it, or that nothing is; null where there is nothing to say. */
export function sayRoom(
  words: Words,
  language: Language,
  kind: Kind | null,
  room: OwnRoom | null,
): string | null {
  if (kind === null || room === null) return null
  const said = askingWords[language]
  if (!mayAsk(kind, room)) return said.none[kind]
  const { left } = room
  if (kind === 'extension') return said.room.extension(left.extensions, left.extensionDays)
  if (kind === 'pause') return said.room.pause(left.pauses, left.pauseDays)
  if (kind === 'listing') return said.room.listing(sayDate(words, room.latestReviewOn))
  return room.giveBack === 'centre' ? said.room.returnToCentre : null
}
