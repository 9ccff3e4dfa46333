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
const arriving = offer('arrive', 'case.handle')
const working = [arriving, offer('note', 'case.handle'), offer('resolve'), offer('request')]
const deciding = [offer('decide'), offer('arbitrate')]
/** Of a part whose clock stands still, the lead's or another's. */
const standing = [offer('review', 'case.decide'), offer('resume', 'case.decide')]
const always = [offer('see_reporter')]

/** What may be done at each stage: one row a stage, in the order a page shows it. */
export const offers: Readonly<Record<Stage, readonly Offer[]>> = {
  accepted: [...screening, ...always],
  screened: [offer('dispatch'), offer('publish'), ...screening.slice(1), ...always],
  dispatched: [
    offer('sign'),
    arriving,
    offer('request'),
    ...deciding,
    ...standing,
    offer('publish'),
    ...always,
  ],
  signed: [offer('sign'), ...working, ...deciding, ...standing, offer('publish'), ...always],
  handling: [offer('sign'), ...working, ...deciding, ...standing, offer('publish'), ...always],
  paused: [offer('note', 'case.handle'), ...deciding, ...standing, ...always],
  listed: [offer('note', 'case.handle'), ...deciding, ...standing, ...always],
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

interface PartRule {
  readonly stages: readonly string[]
  /** Whether who has no part in it may do it too, as a grid worker does in the own grid. */
  readonly withoutPart: boolean
}

/** At which stages of an own part an act is offered; an act that is not named asks nothing of a part. */
const partRules: Readonly<Record<string, PartRule>> = {
  sign: { stages: ['dispatched'], withoutPart: false },
  arrive: { stages: ['dispatched', 'signed', 'handling'], withoutPart: true },
  note: { stages: ['signed', 'handling'], withoutPart: true },
  resolve: { stages: ['signed', 'handling'], withoutPart: false },
  request: { stages: ['dispatched', 'signed', 'handling'], withoutPart: false },
}

/** Whether own parts allow an act: an assisting unit signs for its part after the lead has for its own. */
export function partsAllow(act: string, ownStages: readonly string[]): boolean {
  const rule = partRules[act]
  if (rule === undefined) return true
  if (ownStages.length === 0) return rule.withoutPart
  return ownStages.some((stage) => rule.stages.includes(stage))
}

/** Whether what waits in a case allows an act of the desk above: who decides what, and which clock stands still. */
export function waitingAllows(
  act: string,
  requests: readonly { readonly granted: boolean | null; readonly arbitration: boolean }[],
  stages: readonly string[],
): boolean {
  const waits = (arbitration: boolean) =>
    requests.some((request) => request.granted === null && request.arbitration === arbitration)
  if (act === 'decide') return waits(false)
  if (act === 'arbitrate') return waits(true)
  if (act === 'review') return stages.includes('listed')
  return act !== 'resume' || stages.some((stage) => stage === 'paused' || stage === 'listed')
}
