import type { OwnLine, ownStoryZh } from '../zh/own-story.ts'

const asked: Record<string, string> = {
  extension: 'more time',
  pause: 'a pause',
  listing: 'long-term listing',
  return: 'to give it back',
}
const granted: Record<string, string> = {
  extension: 'was given more time',
  pause: 'was allowed a pause; it goes on when it can',
  listing: 'cannot do it soon; it is on the long-term list',
  return: 'gave it back; another unit is being found',
}
const doors: Record<string, string> = {
  self_government: 'Passed to the residents’ own deliberation',
  mutual_help: 'Passed to mutual help among neighbours',
  service: 'Passed to where this service is given',
}
const unitOf = ({ unit }: OwnLine): string => unit ?? 'The unit in charge'

export const ownStoryEn = {
  mediation: 'Cannot agree? Ask for mediation',
  acts: {
    'case.accepted': ({ byOffice }) => (byOffice ? 'Staff entered this for you' : 'You reported this'),
    'case.added_to': () => 'You added to it',
    'case.withdrawn': () => 'You withdrew it',
    'case.screened': () => 'Staff have read it and are finding the unit',
    'case.published': () => 'A summary is public, without your personal data',
    'case.joined': () => 'Handled together with another report of the same',
    'case.declined': () => 'This was not taken up',
    'case.referred': ({ facts }) => doors[String(facts.door)] ?? 'Passed to a fitter channel',
    'case.dispatched': ({ unit }) => `Sent to ${unit ?? 'the unit in charge'}`,
    'case.signed': (line) => `${unitOf(line)} signed for it`,
    'case.arrived': ({ unit }) => `${unit ?? 'The grid worker'} is on the spot`,
    'case.handled': ({ unit, facts }) =>
      `${unit ?? 'The grid worker'} ${facts.arrived === true ? 'came to the spot' : 'is working on it'}`,
    'case.request_decided': (line) =>
      line.facts.granted === true
        ? `${unitOf(line)} ${granted[String(line.facts.kind)] ?? 'was granted its request'}`
        : `${unitOf(line)} asked for ${asked[String(line.facts.kind)] ?? 'a change'}; not approved`,
    'case.resumed': (line) => `${unitOf(line)} goes on with it`,
    'case.resolved': (line) => {
      if (line.facts.onTheSpot === true) return 'The grid worker solved it on the spot'
      return `${unitOf(line)} finished ${line.facts.whole === false ? 'its part' : 'it'}`
    },
    'case.replied': () => 'The answer to you',
    'case.rated': ({ facts }) => (facts.solved === true ? 'You said: solved' : 'You said: not solved'),
    'case.reopened': ({ facts }) =>
      facts.because === 'found_hollow'
        ? 'Found not to be done when it was checked: done again, with a new deadline'
        : 'Opened again on your word, with a new deadline',
    'case.called_back': ({ facts }) =>
      facts.outcome === 'not_reached'
        ? 'We tried to call you back and did not reach you'
        : 'We called you back',
    'case.reopen_asked': () => 'You asked for it to be done once more; the district’s centre decides',
    'case.reopen_decided': ({ facts }) =>
      facts.granted === true
        ? 'It is done once more, as you asked'
        : 'The centre did not agree to do it once more',
    'case.closed': () => 'Closed',
    'case.history': () => 'Brought over from an earlier system',
    'case.reporter_erased': () => 'Your personal data was erased',
  },
  again: {
    hint: 'The district’s centre decides whether it is done again',
    next: 'This was done again once on your word. When you send this, the district’s centre decides whether it is done once more; you read it here.',
    sent: 'Received; the district’s centre decides',
  },
  unknown: 'There is news',
  reason: (body) => `Reason: ${body}`,
} satisfies typeof ownStoryZh
