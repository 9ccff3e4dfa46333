import type { consoleReportsZh } from '../zh/console-reports.ts'

export const consoleReportsEn: typeof consoleReportsZh = {
  title: 'Reports',
  lead: 'Daily, weekly and monthly reports are computed from the record; nobody fills in a form for them. Choose an area and a span, then print, or take a Word or Excel file with you.',
  kind: 'Report',
  kinds: { day: 'Daily', week: 'Weekly', month: 'Monthly' },
  area: 'Look further down',
  areaNone: 'Choose a part of the area',
  steps: 'Levels',
  previous: 'Span before',
  next: 'Span after',
  print: 'Print',
  document: 'Take a Word file',
  sheet: 'Take an Excel file',
  note: {
    write: 'Write remarks',
    change: 'Change the remarks',
    hint: 'A paragraph for the readers of the report, in print and in the files too. Save it empty to take it back.',
    send: 'Save the remarks',
    done: 'The remarks are saved',
    changedMeanwhile:
      'Someone changed the remarks after you began; the report below shows the latest. Saving puts yours in their place.',
  },
}
