import type { erasePartyZh } from '../zh/erase-party.ts'

export const erasePartyEn: typeof erasePartyZh = {
  asked: 'This party asks to be forgotten',
  title: 'Erase a party’s personal information',
  takes: 'What goes, for good',
  taken: [
    'How this party is called, and its telephone',
    'What it said in private and the reasons it wrote; of an applicant, also what the request said; of the other side, also what the applicant wrote of who that is',
    'The tie to its account, and the notices it was sent',
  ],
  stays: 'What stays',
  stayed: [
    'What agreement, records and visits say. Where they speak of this party, see to that first',
    'What was done on which day, by number and without a name',
    'The signed and sealed agreement on paper, which the committee files by law',
  ],
  noReturn: 'It cannot be undone.',
  toOffice:
    'Your post may not erase: the centre or the district’s administrator does. Make sure that the party itself asks, then send them this address.',
  mayHere: 'Make sure first that the party itself asks.',
  toPage: 'To the page that erases',
  lead: 'To keep it confidential, this page says neither who it is nor what the dispute was. Ask the community that sent the address first: whether the party itself asks, and whether the number is the same.',
  number: (digits) => `Number ending in ${digits}`,
  send: 'Erase for good',
  ask: 'Erase this party’s personal information for good?',
  done: (texts) =>
    texts === 0
      ? 'No words were left to erase; the tie to the account is gone too.'
      : texts === 1
        ? 'Erased: 1 text.'
        : `Erased: ${texts} texts.`,
  wrong: 'This address is not whole.',
  wrongNext: 'Ask the community to copy it again from the page of the mediation.',
}
