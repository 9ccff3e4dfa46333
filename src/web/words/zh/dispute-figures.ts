import { disputeWordsZh } from '../../../cases/mediation/dispute-words.contract.ts'

/** Where disputes gather, and why (矛盾研判). */
export const disputeFiguresZh = {
  ...disputeWordsZh,
  lead: '只有数目，没有人和事。少于 5 件的隐去，能推出它的数也一起隐去，免得猜出是谁家；只看已经过完的季度，也是这个道理。',
  quarter: '看哪个季度',
  none: '这个季度没有结束的调解。',
  noneNext: '调解结束、选了起因以后，等季度过完才会算进来。',
  sheet: '导出表格',
  percent: (share: number) => `${share}%`,
  quarterShort: disputeWordsZh.quarter,
  note: '合计为空的，是因为说了就能推出被隐去的小数目。',
}
