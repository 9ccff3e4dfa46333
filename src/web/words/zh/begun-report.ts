export const begunReportZh = {
  title: '还有一件没写完',
  next: '先写完它，下次打开上报再写新的；或者清掉它，现在就写新的。',
  goOn: '接着写',
  drop: '清掉，写新的',
  aside: (n: number) => `还有 ${n} 件没写完的存在这部手机里，写完这件再打开上报，就会回来。`,
  back: '这是您之前没写完的一件。',
}
export type BegunReportWords = typeof begunReportZh
