import type { MomentFacts } from '../time.ts'
import type { consolePaperZh } from '../zh/console-paper.ts'
import { inside } from './time.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const day = ({ year, month, day }: MomentFacts): string => `${day} ${months[month - 1]} ${year}`

export const consolePaperEn = {
  title: 'Print',
  day,
  moment: (at) => `${day(at)}, ${at.clock}`,
  choose: 'Which sheet',
  sheets: { supervision: 'Supervision slip', reply: 'Reply sheet', case: 'Case sheet' },
  headings: {
    supervision: 'Supervision slip',
    reply: 'Reply to a report',
    case: 'How a case stands',
  },
  print: 'Print',
  back: '← Back to the case',
  number: (number) => `Number ${number}`,
  printed: (day) => `Printed ${inside(day)}`,
  qr: 'Scan to open the case',
  qrFollow: 'Scan to follow and rate',
  noAnswer: 'This case has no reply yet. The sheet can be printed once it has.',
  noUnit: 'This case has not been dispatched yet. The slip can be printed once it is.',
  facts: {
    to: 'To',
    matter: 'Matter',
    summary: 'Summary',
    stage: 'Now',
    place: 'Place',
    accepted: 'Accepted',
    due: 'Due',
    clock: 'Time account',
    units: 'Units',
    demand: 'What is asked',
    answerBy: 'Answer by',
    words: 'As reported',
    address: 'Address',
    reporter: 'Reporter',
    source: 'Source',
    rating: 'Rating',
    story: 'Story',
  },
  demandLabel: 'What is asked of the unit',
  demandHint: 'Printed on the slip. No names, telephones or door numbers of residents.',
  demandStart: 'Please find the cause, act without delay, and report the result in writing in time.',
  answerByLabel: 'Answer by which day?',
  before: (day) => `In writing by ${inside(day)}`,
  noDue: 'no time counted',
  signatures: {
    issued: 'Issued by',
    sealed: 'Issuing office (seal)',
    received: 'Received by',
    date: 'Date',
  },
  dear: (name) => (name === null ? 'Hello,' : `Dear ${name},`),
  told: (day, what) => `This is what became of “${what}”, which you reported on ${inside(day)}:`,
  contact:
    'If anything is unclear, ask the unit below or call 12345. If it is not solved, say so in your rating and it will be done again.',
  from: 'Replying unit (seal)',
  addPersonal: 'Add the words, address and reporter (say what for)',
  addName: 'Add the reporter’s name (say what for)',
  without: 'This sheet holds nobody’s personal data.',
  seeInside: 'The words and the address are read in the system and not printed.',
  withPersonal:
    'This sheet holds a resident’s personal data. Keep it as the rules say and collect it after use.',
} satisfies typeof consolePaperZh
