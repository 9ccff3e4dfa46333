import type { ReportKind } from '../../../cases/report/report.contract.ts'

const kinds: Record<ReportKind, string> = { day: '日报', week: '周报', month: '月报' }

export const consoleReportsZh = {
  title: '工作报告',
  lead: '日报、周报、月报从台账里自动算出，不用谁再填表。选好范围和日期，可以打印，也可以带走 Word 或 Excel 文件。',
  kind: '报告',
  kinds,
  area: '往下看',
  areaNone: '选一个下级区域',
  steps: '所在层级',
  previous: '上一期',
  next: '下一期',
  print: '打印',
  document: '带走 Word 文件',
  sheet: '带走 Excel 文件',
  note: {
    write: '写按语',
    change: '改按语',
    hint: '写在报告里给人看的一段话，打印和带走的文件里都有。清空后保存就是撤下。',
    send: '保存按语',
    done: '按语已保存',
    changedMeanwhile: '您动笔之后，别人改过按语，下面报告里是最新的。保存会用您写的替换它。',
  },
}
