import type { EmergencyRow, Level } from '../../../cases/emergency/contract.ts'
import type { consoleEmergencyZh } from '../zh/console-emergency.ts'
import { inside } from './time.ts'

const levels: Record<Level, string> = { 1: 'Level I', 2: 'Level II', 3: 'Level III', 4: 'Level IV' }

const ended: Record<NonNullable<EmergencyRow['endedWhy']>, string> = {
  by_hand: 'Ended',
  time: 'Ended by itself at its time',
  real: 'A real emergency began: the drill stopped',
}

const story: Record<string, string> = {
  'emergency.declared': 'Declared',
  'emergency.changed': 'Changed',
  'emergency.ending': 'Told that it ends soon',
  'emergency.ended': 'Ended',
}

export const consoleEmergencyEn = {
  title: 'Emergencies',
  lead: 'In a flood, a cold wave, great heat or an outage: put what matters first, and tell whoever must come, at once. In quiet times, practise it. Where anybody is in danger ring 119, 120 or 110 first.',
  back: 'All emergencies',
  drill: 'Drill',
  real: 'In earnest',
  levels,
  ended,
  on: 'Under way',
  over: 'Over',
  none: 'No emergency was ever declared',
  noneNext: 'Declare one below when it is needed, or practise first.',
  noneOn: 'No emergency is on',
  shown: (count: number, hasMore: boolean) =>
    hasMore ? `The first ${count}` : count === 1 ? 'One in all' : `${count} in all`,
  seen: (said: number, told: number) => `${told} people told, ${said} have confirmed`,
  from: (moment: string) => `Since ${inside(moment)}`,
  until: (moment: string) => `Until ${inside(moment)}`,
  endedAt: (moment: string) => `Ended ${inside(moment)}`,
  declare: {
    title: 'Declare',
    open: 'Declare an emergency or a drill',
    what: 'In earnest, or a drill',
    realHint:
      'Its matters go first at once; grid workers and units are told at once, at night too; residents see on their first page what to do and whom to ring.',
    drillHint:
      'Practice cases alone go first, no neighbour’s case is moved; residents are not told, nothing counts; it ends by itself.',
    kind: 'What kind',
    area: 'Where',
    level: 'Response level',
    levelHint: 'Level I is the gravest.',
    until: 'Until when',
    noEnd: 'Until we end it',
    hours: (hours: number) => (hours === 1 ? 'In an hour' : `In ${hours} hours`),
    halfHour: 'In 30 minutes',
    basis: 'Plan and response that it rests on',
    basisHint: 'Which plan, and who set the level. Seen by the centre and the street alone.',
    basisNeeded: 'Please name the plan and response that it rests on.',
    words: 'Anything else residents should know',
    drillWords: 'Anything else those taking part should know',
    wordsHint:
      'Such as a road to avoid or a shelter that is open. What to do and whom to ring is there already.',
    units: 'Departments to tell besides',
    unitsHint: 'The street, communities, grids and units of the area are all told without being named.',
    send: 'Declare',
    confirm: (kind: string, area: string) => `Declare an emergency in ${area}: ${kind}?`,
    confirmDrill: (kind: string, area: string) => `Begin a drill in ${area}: ${kind}?`,
    confirmWhat: 'Everybody concerned is told at once, and residents will see it.',
    confirmDrillWhat: 'Those who take part are told at once, and that it is a drill.',
    done: 'Declared; people are being told',
  },
  change: {
    title: 'Change',
    open: 'Change its level, its end or its words',
    wordsHint: 'What was said wrongly can be put right; the words before stay in its story.',
    prolong: (hours: number) => `Go on for ${hours} more hours`,
    until: 'Until when',
    keep: (moment: string) => `As it is, until ${inside(moment)}`,
    send: 'Change',
    done: 'Changed',
  },
  end: {
    title: 'End',
    open: 'End the emergency',
    openDrill: 'End the drill',
    reason: 'Why it ends',
    reasonNeeded: 'Please say why it ends.',
    hint: 'Once it is over, cases stand in their usual order again.',
    send: 'End it',
    done: 'Ended',
  },
  practise: {
    title: 'Put in a practice case',
    open: 'Put in a practice case',
    hint: 'It is dispatched, signed for and resolved like any other, says everywhere that it is a drill, and counts nowhere.',
    area: 'Where',
    areaNeeded: 'Please choose a place.',
    matter: 'What matter',
    words: 'What has happened',
    wordsNeeded: 'Please say what has happened.',
    send: 'Put it in',
    done: (number: string) => `Practice case ${number} is in`,
  },
  people: {
    title: 'Who has not confirmed yet',
    result: 'How soon people confirmed',
    silent: (n: number) => `Units that have not answered: ${n}`,
    silentMore: (n: number) => (n === 1 ? '1 more' : `${n} more`),
    silentNone: 'Every unit that was told has answered.',
    caption: 'People who have not confirmed',
    waiting: (shown: number, all: number) =>
      shown < all
        ? `${all} people have not confirmed. The first ${shown}:`
        : all === 1
          ? 'One person has not confirmed.'
          : `${all} people have not confirmed.`,
    allSeen: 'Everybody who was told has confirmed.',
    timesCaption: 'How soon each group confirmed',
    timesHint: 'Groups of at least five people, and nobody’s own time.',
    post: 'Post',
    place: 'Where',
    unit: 'Unit',
    others: 'All others',
    told: 'Told',
    seen: 'Confirmed',
    half: 'Half of them took',
    count: (people: number) => (people === 1 ? '1 person' : `${people} people`),
    tooFew: 'Too few to show',
    minutes: (minutes: number) =>
      minutes === 0 ? 'Less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`,
    none: 'Nobody has been told yet',
    noneNext: 'This takes a few seconds. Please wait.',
  },
  cases: {
    title: 'Its cases',
    cameIn: 'Came in since',
    done: 'Of these resolved',
    open: 'Still open',
    many: (count: number) => `${count} or more`,
    count: (count: number) => (count === 1 ? '1 case' : `${count} cases`),
    none: 'Nothing left to do',
    noneNext: 'What comes in will stand here.',
  },
  facts: {
    title: 'What it rests on',
    basis: 'Basis',
    told: 'Told to residents',
    matters: 'Matters that go first',
    limit: 'Time for newly dispatched cases',
    limitUsual: 'As usual',
    limitShare: (percent: number) => `${percent}% of the usual`,
  },
  story: 'What happened',
  storyLines: story,
  erased: 'Erased',
} satisfies typeof consoleEmergencyZh
