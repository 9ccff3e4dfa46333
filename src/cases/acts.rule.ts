import type { Stage } from './contract.ts'

/** An act as a page offers it, and the permission that it needs. */
export interface Offer {
  readonly act: string
  readonly needs: string
}

const offer = (act: string, needs = `case.${act}`): Offer => ({ act, needs })

const screening = [
  offer('screen'),
  offer('join', 'case.screen'),
  offer('decline', 'case.screen'),
  offer('refer', 'case.screen'),
]
const working = [offer('note', 'case.handle'), offer('resolve'), offer('request')]
const always = [offer('see_reporter')]

/** What may be done at each stage: one row a stage, in the order a page shows it. */
export const offers: Readonly<Record<Stage, readonly Offer[]>> = {
  accepted: [...screening, ...always],
  screened: [offer('dispatch'), offer('publish'), ...screening.slice(1), ...always],
  dispatched: [offer('sign'), offer('request'), offer('decide'), offer('publish'), ...always],
  signed: [offer('sign'), ...working, offer('decide'), offer('publish'), ...always],
  handling: [offer('sign'), ...working, offer('decide'), offer('publish'), ...always],
  paused: [offer('note', 'case.handle'), offer('resume', 'case.decide'), ...always],
  listed: [offer('note', 'case.handle'), offer('resume', 'case.decide'), ...always],
  returned: [offer('dispatch'), ...screening.slice(2), ...always],
  resolved: [offer('reply'), offer('check'), offer('publish'), ...always],
  replied: [offer('check'), offer('publish'), ...always],
  checked: [offer('close'), offer('publish'), ...always],
  closed: [offer('erase'), ...always],
  // Joined by mistake: screened on its own again.
  joined: [offer('screen'), ...always],
  declined: [offer('erase'), ...always],
  referred: [offer('erase'), ...always],
  withdrawn: [offer('erase'), ...always],
}

/** What the person who reported may do at each stage. */
export const ownOffers: Readonly<Record<Stage, readonly ('add' | 'withdraw' | 'rate')[]>> = {
  accepted: ['add', 'withdraw'],
  screened: ['add', 'withdraw'],
  dispatched: ['add', 'withdraw'],
  signed: ['add', 'withdraw'],
  handling: ['add', 'withdraw'],
  paused: ['add', 'withdraw'],
  listed: ['add', 'withdraw'],
  returned: ['add', 'withdraw'],
  resolved: ['add'],
  replied: ['rate', 'add'],
  checked: ['rate', 'add'],
  closed: ['rate'],
  joined: [],
  declined: [],
  referred: [],
  withdrawn: [],
}

/** At which stages of an own part a unit is offered an act; an act that is not named needs no part. */
const partStages: Readonly<Record<string, readonly string[]>> = {
  sign: ['dispatched'],
  resolve: ['signed', 'handling'],
  request: ['dispatched', 'signed', 'handling'],
}

/** Whether a unit's own parts allow an act: an assisting unit signs for its part after the lead has for its own. */
export function partsAllow(act: string, ownStages: readonly string[]): boolean {
  const needed = partStages[act]
  return needed === undefined || ownStages.some((stage) => needed.includes(stage))
}
