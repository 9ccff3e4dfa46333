import type { RightGround, RightKind } from '../../../people/rights/contract.ts'
import type { ConsoleRightsWords } from '../zh/console-rights.ts'
import { amountOf } from './amount.ts'
import { inside } from './time.ts'

const articles: Record<RightGround, string> = {
  not_own: 'Personal Information Protection Law, Article 44: the right is to one’s own information',
  law_keeps: 'Personal Information Protection Law, Article 47, second paragraph',
  duty: 'Personal Information Protection Law, Article 13 (3)',
  emergency: 'Personal Information Protection Law, Article 13 (4). Once it is over, they may ask again',
  right_as_held: 'Personal Information Protection Law, Article 46, second paragraph',
  unclear: 'Personal Information Protection Law, Article 50: say what is missing, so that they can ask again',
}
const laws: Record<RightKind, string> = {
  correct: 'Personal Information Protection Law, Article 46',
  copy: 'Personal Information Protection Law, Article 45',
  erase: 'Personal Information Protection Law, Article 47',
}

export const consoleRightsEn: ConsoleRightsWords = {
  title: 'Personal data requests',
  lead: 'Residents ask to have their own information corrected, copied or erased; here they are answered. The term is worked out for you.',
  partsLabel: 'Requests',
  parts: { asked: 'Waiting', answered: 'Answered or taken back' },
  none: {
    asked: { what: 'No request is waiting', next: 'What residents ask on their own page comes here.' },
    answered: {
      what: 'No request has been answered yet',
      next: 'What was answered, and what was taken back, stays here.',
    },
  },
  laws,
  left: (days) =>
    days > 0
      ? `${amountOf(days, 'day')} left`
      : days === 0
        ? 'Due today'
        : `${amountOf(-days, 'day')} overdue`,
  due: (day) => `Answer by ${inside(day)}`,
  askedAt: (when) => `Asked: ${when}`,
  answeredAt: (when) => `Answered: ${when}`,
  takenBackAt: (when) => `Taken back: ${when}`,
  takenBack: 'They took it back, and what they wrote is erased. Nothing more is to be done.',
  wholeDistrict: 'Whole district',
  asked: 'In their words',
  noWords: 'Nothing was written.',
  wordsGone: 'Nothing was written, or it has been erased.',
  about: 'About whom',
  openEntry: 'Open their entry in the register',
  openingIsSeen: 'That you open it is recorded, and they can see which post looked.',
  noEntry:
    'The register did not tell who they are. The request is about their account, and what they reported and asked with it.',
  entryErased: 'Their entry has been erased.',
  outcome: 'Answer',
  isInRegister: 'They are in the register.',
  cannot: 'Your post sees this request and cannot answer it',
  cannotNext: 'A community or street desk that may change their entry answers.',
  ways: 'How to answer',
  grant: 'Grant',
  refuse: 'Do not grant',
  grantOf: (kind) => `Grant: ${kind}`,
  refuseOf: (kind) => `Do not grant: ${kind}`,
  toPerson: 'To the person',
  granted: 'Granted; they can see it',
  refused: 'They have your answer',
  correct: {
    first: 'First check their entry in the register and put it right, then come back and answer.',
    toPersonHint: 'What was changed, for them to read. It may stay empty.',
    send: 'It is put right: answer them',
  },
  copy: {
    lead: 'There is nothing for you to make. Signed in, they download it themselves, as a workbook or as a file for other programs. It holds:',
    account: [
      'Their telephone, and when the account was opened',
      'What they reported, and the replies',
      'What they asked, and the answers',
      'Their requests, and the answers',
    ],
    entry: [
      'Name, sex, birthday, telephone, household register and the last two characters of the identity number',
      'Where they live and lived',
      'Consents and care flags, with the reasons',
      'Who looked: by post and unit, without names',
    ],
    toPersonHint:
      'If they cannot download it or want it on paper: on which day, where, and what to bring. It may stay empty.',
    send: 'Grant: answer them',
  },
  erase: {
    lead: 'Granting erases at once and cannot be undone. The request goes with it, so there is nothing to write here.',
    open: 'See what will be erased',
    title: 'Erase what is held of this person?',
    goes: 'What goes',
    goesAccount: [
      'Their account and telephone; they are signed out on every device',
      'Their contact, words and photographs in what they reported and asked',
    ],
    goesEntry: [
      'Name, sex, birthday, telephone, household register and identity number, and what stood there before corrections',
      'Consents are withdrawn, care flags end, and their reasons go',
      'Where they live ends today',
    ],
    stays: 'What stays',
    staysAccount: [
      'The public summary, which staff confirmed without anything personal',
      'What others wrote in their own reports',
      'Cases that are open go on, but nobody can reach them about it',
      'What old backups hold, until they run out; if one is restored, this is erased again by itself',
    ],
    staysEntry: [
      'That somebody was registered, when they came and left: an id without a name',
      'The entries of children they act for; please enter another guardian',
    ],
    warning: 'What is erased is gone: nobody can bring it back.',
    send: 'Erase; this cannot be undone',
    done: 'Erased',
  },
  refusal: {
    ground: 'On what ground',
    groundMissing: 'Please choose a ground',
    label: 'The reason, for the person',
    hint: 'The law asks for a reason. Say what was checked and what they can do next; they read it.',
    missing: 'Please write the reason',
    court:
      'If they do not accept it, they may go to a people’s court (Personal Information Protection Law, Article 50, second paragraph).',
    send: 'Do not grant: answer them',
  },
  articles,
}
