export const begunReportZh = {
  title: '还有一件没写完',
  next: '先写完它，下次打开上报再写新的；或者清掉它，现在就写新的。',
  goOn: '接着写',
  drop: '清掉，写新的',
}
export type BegunReportWords = typeof begunReportZh
