import '../../shared/rows.css'
import '../case/act-bar.css'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { ActFoot } from '../case/act-foot.tsx'
import { EvidenceForm } from '../case/evidence-form.tsx'
import { RequestForm } from '../case/request-form.tsx'
import { StaffGate } from '../session/gate.tsx'

const acts = ['note', 'resolve', 'request'] as const
type Act = (typeof acts)[number]

/** One act on one case has the whole screen: nothing else to tap by mistake, and the phone's own "back" leads out. */
export default function ActPage() {
  const { id, act: named } = useParams({ strict: false })
  const act = acts.find((known) => known === named) ?? 'note'
  const { title } = useWords().field.case[act]
  useTitle(title)
  return <StaffGate>{() => <ReadCase id={id ?? ''} act={act} title={title} />}</StaffGate>
}

function ReadCase({ id, act, title }: { id: string; act: Act; title: string }) {
  const reading = useRead<CaseStory>(`/api/cases/${encodeURIComponent(id)}`)
  return (
    <Shown reading={reading} heading={title}>
      {(found) => <ActOn found={found} act={act} title={title} />}
    </Shown>
  )
}

function ActOn({ found, act, title }: { found: CaseStory; act: Act; title: string }) {
  const { words, language } = usePreferences()
  const { field } = words
  const navigate = useNavigate()
  const matter = found.matter ? nameIn(language, found.matter) : field.today.noMatter
  const toCase = () => navigate({ to: `/case/${found.id}` })
  const toDay = () => navigate({ to: '/' })
  if (!found.can.includes(act))
    return (
      <>
        <h1>{title}</h1>
        <Empty what={field.case.notNow} next={field.case.notNowNext} />
        <ActFoot caseId={found.id}>{null}</ActFoot>
      </>
    )
  return (
    <>
      <h1>{title}</h1>
      <p className="act__about">
        {matter}
        <br />
        <small>{placeIn(language, found.place)}</small>
      </p>
      {act === 'request' ? (
        <RequestForm caseId={found.id} room={found.room} onDone={toCase} />
      ) : (
        <EvidenceForm found={found} act={act} onDone={act === 'note' ? toCase : toDay} />
      )}
    </>
  )
}
