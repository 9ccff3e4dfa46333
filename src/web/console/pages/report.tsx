import { useTitle } from '../../kit/shell.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { ReportDesk } from '../report/report-desk.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** 代报: what a caller, a visitor or a relative says, taken down by a desk. */
export default function ReportPage() {
  const words = useWords()
  const me = useSignedIn()
  useTitle(words.consoleReport.title)
  if (!mayDo(me, 'case.accept_on_behalf')) return <NotPermitted />
  return <ReportDesk me={me} />
}
