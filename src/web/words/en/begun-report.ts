import type { BegunReportWords } from '../zh/begun-report.ts'

export const begunReportEn: BegunReportWords = {
  title: 'One report is not finished',
  next: 'Finish it first, and the new one begins when you open this page again. Or clear it and write the new one now.',
  goOn: 'Finish it',
  drop: 'Clear it and write the new one',
  aside: (n) =>
    `${n === 1 ? 'One unfinished report is' : `${n} unfinished reports are`} kept on this phone, to come back when you open this page after this one.`,
  back: 'This is the report that you had begun before.',
}
