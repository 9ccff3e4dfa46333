import '../books.css'
import { Link } from '@tanstack/react-router'
import type { EmergencyKindList, EmergencyPage } from '../../../cases/emergency/contract.ts'
import { useRead, useReadPages } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { DeclareForm } from '../emergency/declare-form.tsx'
import { ModeList } from '../emergency/mode-list.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** 应急状态: what is on, a form to declare or to practise, and what was. */
export default function EmergenciesPage() {
  const { consoleEmergency: said } = useWords()
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'emergency.declare')) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="no-print">
        <Link to="/emergency/kinds">{said.kinds.link}</Link>
      </p>
      <Declared />
      <Declare />
    </div>
  )
}

function Declared() {
  const { consoleEmergency: said } = useWords()
  const reading = useReadPages<EmergencyPage>('/api/emergencies')
  return (
    <RowPages reading={reading} count={said.shown} none={<Empty what={said.none} next={said.noneNext} />}>
      {(rows) => {
        const on = rows.filter(({ endedAt }) => endedAt === null)
        const over = rows.filter(({ endedAt }) => endedAt !== null)
        return (
          <>
            <section aria-label={said.on}>
              <h2>{said.on}</h2>
              {on.length > 0 ? <ModeList rows={on} /> : <p>{said.noneOn}</p>}
            </section>
            {over.length > 0 && (
              <section aria-label={said.over}>
                <h2>{said.over}</h2>
                <ModeList rows={over} />
              </section>
            )}
          </>
        )
      }}
    </RowPages>
  )
}

function Declare() {
  const reading = useRead<EmergencyKindList>('/api/emergency-kinds')
  return <Shown reading={reading}>{({ inForce }) => <DeclareForm kinds={inForce} />}</Shown>
}
