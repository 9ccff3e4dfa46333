import type { BegunReportWords } from '../zh/begun-report.ts'

export const begunReportEn: BegunReportWords = {
  title: 'One report is not finished',
  next: 'Finish it first, and the new one begins when you open this page again. Or clear it and write the new one now.',
  goOn: 'Finish it',
  drop: 'Clear it and write the new one',
}
