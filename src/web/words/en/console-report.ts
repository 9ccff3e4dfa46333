import type { consoleReportZh } from '../zh/console-report.ts'

export const consoleReportEn = {
  title: 'Report for somebody else',
  lead: 'Somebody calls, comes in or speaks for a relative: write down what they say. The number and the receipt code are theirs.',
  paper: 'Print blank forms for the counter',
  way: 'Who is telling it',
  ways: {
    caller: { label: 'Caller', hint: 'on the telephone' },
    visitor: { label: 'Visitor', hint: 'at the counter' },
    relative: { label: 'Relative', hint: 'for a family member' },
  },
  wayMissing: 'Choose caller, visitor or relative',
  words: {
    label: 'What they say',
    hint: 'In their own words: where, what, since when. Names and telephones belong under contact, not here.',
    placeholder:
      'E.g. the light on the third floor of building 3 has been out for a week; my mother is afraid to go down at night.',
    missing: 'Write what it is about',
  },
  photos: 'Photographs they brought',
  contact: {
    legend: 'How to reach them',
    hint: 'They need not leave any. The receipt code alone lets them follow, add and rate.',
    tell: 'Tell them: only staff who need it for this case see their words and contact; seeing the contact takes a stated purpose and is recorded.',
  },
  send: 'Take it down',
  offlineKept:
    'No network: it has not been sent. Everything is kept on this computer; press “Take it down” again later, it will not be doubled.',
  draft: 'Draft kept on this computer for 7 days',
  done: {
    title: 'Taken down',
    handOver: 'Let them copy it, or print it. After you leave this page the receipt code is not shown again.',
    next: 'Next one',
    open: 'Open this case',
  },
} satisfies typeof consoleReportZh
