import '../../shared/rows.css'
import '../case/case.css'
import { Link, useParams } from '@tanstack/react-router'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { ClockBar, ClockLight } from '../../kit/clock-bar.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { CasePhotos } from '../../shared/case-photos.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { storyActs } from '../../shared/story.ts'
import { sayMoment } from '../../words/time.ts'
import { ActBar } from '../case/act-bar.tsx'
import { StaffGate } from '../session/gate.tsx'

export default function FieldCasePage() {
  const said = useWords().field.case
  useTitle(said.title)
  const { id } = useParams({ strict: false })
  return <StaffGate>{() => <ReadCase id={id ?? ''} />}</StaffGate>
}

function ReadCase({ id }: { id: string }) {
  const reading = useRead<CaseStory>(`/api/cases/${encodeURIComponent(id)}`)
  const { title } = useWords().field.case
  return (
    <Shown reading={reading} heading={title}>
      {(found) => <Case found={found} />}
    </Shown>
  )
}

/** A case on the spot: clock, words, how it came here, and at the foot what can be done now. */
function Case({ found }: { found: CaseStory }) {
  const { words, language } = usePreferences()
  const { field, follow } = words
  const said = field.case
  return (
    <>
      <Link className="more-link" to="/">
        {said.back}
      </Link>
      <h1>{found.matter ? nameIn(language, found.matter) : field.today.noMatter}</h1>
      <p className="lead">
        {placeIn(language, found.place)}
        <br />
        <small>
          {words.common.facts(
            found.practice && field.today.practice,
            words.cases.stages[found.stage],
            found.reopened > 0 && field.today.reopened(found.reopened),
          )}
        </small>
      </p>
      <Clocks found={found} />
      {found.confidential && <p className="field__hint">{said.confidential}</p>}
      <Card title={said.words}>
        {found.words !== null && (
          <p className="said" {...tongueOf(found.words)}>
            {found.words}
          </p>
        )}
        <CasePhotos photos={found.photos} />
        <Facts found={found} />
      </Card>
      <Requests found={found} />
      <Card title={follow.story}>
        <Timeline acts={storyActs(words, language, found, nowMs())} />
      </Card>
      <ActBar key={found.stage} found={found} />
    </>
  )
}

function Clocks({ found }: { found: CaseStory }) {
  const { words, language } = usePreferences()
  const said = words.field.case
  return (
    <Card>
      <ul>
        {found.parts.length === 0 && (
          <li className="case__part">
            {said.response} <ClockLight account={found.response} />
            <ClockBar account={found.response} />
          </li>
        )}
        {found.parts.map((part) => (
          <li key={part.unit.id} className="case__part">
            <div className="card__head">
              <span>
                {nameIn(language, part.unit)} <small>{part.role === 'lead' ? said.lead : said.assist}</small>
              </span>
              <ClockLight account={part.account} />
            </div>
            <ClockBar account={part.account} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Facts({ found }: { found: CaseStory }) {
  const words = useWords()
  const said = words.field.case
  const now = nowMs()
  const dueAt = found.parts.find((part) => part.role === 'lead')?.account.dueAt ?? null
  return (
    <dl className="facts">
      {found.address !== null && (
        <>
          <dt>{said.address}</dt>
          <dd {...tongueOf(found.address)}>{found.address}</dd>
        </>
      )}
      <dt>{said.number}</dt>
      <dd className="unbroken">{found.number}</dd>
      <dt>{said.source}</dt>
      <dd>{words.cases.sources[found.source]}</dd>
      <dt>{said.acceptedAt}</dt>
      <dd>{sayMoment(words, found.acceptedAt, now)}</dd>
      {dueAt !== null && (
        <>
          <dt>{said.dueAt}</dt>
          <dd>{sayMoment(words, dueAt, now)}</dd>
        </>
      )}
    </dl>
  )
}

function Requests({ found }: { found: CaseStory }) {
  const { words, language } = usePreferences()
  const said = words.field.case
  if (found.requests.length === 0) return null
  return (
    <Card title={said.requests}>
      <ul className="rows">
        {found.requests.map((request) => (
          <li key={request.id} className="row">
            {words.common.facts(
              words.common.labelled(nameIn(language, request.unit), said.requestKinds[request.kind]),
              request.days !== null && said.days(request.days),
              said.requestState(request.granted),
            )}
            {request.reason !== null && <small {...tongueOf(request.reason)}>{request.reason}</small>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
