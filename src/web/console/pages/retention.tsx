import '../books.css'
import '../retention/retention.css'
import type { RetentionReport } from '../../../people/rights/retention.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { Rounds } from '../retention/rounds.tsx'
import { RuleTable } from '../retention/rule-table.tsx'
import { useSaid } from '../retention/use-said.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** How long each kind of personal data is kept, on what basis, and what went lately: numbers alone. */
export default function RetentionPage() {
  const said = useSaid()
  const { refusals } = useWords()
  const me = useSignedIn()
  useTitle(said.title)
  if (!mayDo(me, 'journal.verify')) return <Empty wholePage what={refusals.byCode.not_permitted({})} />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Report mayExport={mayDo(me, 'export.run')} />
    </div>
  )
}

function Report({ mayExport }: { mayExport: boolean }) {
  const said = useSaid()
  const { language } = usePreferences()
  const reading = useRead<RetentionReport>('/api/retention')
  return (
    <Shown reading={reading}>
      {(report) => (
        <>
          <p className="ways no-print">
            <button type="button" className="text-button" onClick={() => window.print()}>
              {said.print}
            </button>
            {mayExport && (
              <a className="text-button" href={withQuery('/api/retention/sheet', { language })} download>
                {said.sheet}
              </a>
            )}
          </p>
          <section className="panel retention__panel" aria-label={said.rules}>
            <h2>{said.rules}</h2>
            <RuleTable rules={report.rules} />
          </section>
          <section className="panel retention__panel" aria-label={said.rounds}>
            <h2>{said.rounds}</h2>
            <p className="book__lead">{said.roundsLead}</p>
            <Rounds rules={report.rules} />
          </section>
        </>
      )}
    </Shown>
  )
}
