import { Link } from '@tanstack/react-router'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayDay, sayMoment } from '../../words/time.ts'
import { useReading } from '../words.ts'
import { AgreementPart } from './agreement-part.tsx'
import { EndPart, WarnPart } from './end-part.tsx'
import { MediatorPart } from './mediator-part.tsx'
import { PartiesPart } from './parties-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { VisitsPart } from './visits-part.tsx'

/** One mediation: who, how far, what must happen next, and what happened. A name stands in no title. */
export function MediationArticle({ found }: { found: MediationView }) {
  const { words } = useReading()
  const said = words.consoleMediation
  useTitle(said.one)
  return (
    <article className="mediation book">
      <Head found={found} />
      <section className="panel" aria-label={said.headings.about}>
        <h2>{said.headings.about}</h2>
        <p className="mediation__said">{found.about ?? said.erased}</p>
        {found.other !== null && <p>{words.common.labelled(said.headings.other, found.other)}</p>}
        {found.reason !== null && <p>{words.common.labelled(said.headings.reason, found.reason)}</p>}
      </section>
      <PartiesPart found={found} />
      <MediatorPart found={found} />
      <SessionsPart found={found} />
      <AgreementPart found={found} />
      <VisitsPart found={found} />
      <WarnPart found={found} />
      {found.can.includes('end') && <EndPart found={found} />}
      <Story found={found} />
    </article>
  )
}

function Head({ found }: { found: MediationView }) {
  const { words, language } = useReading()
  const { common, consoleMediation: said } = words
  const now = nowMs()
  const isOpen = found.can.includes('end')
  return (
    <header>
      <p className="no-print">
        <Link to="/mediations">{said.toList}</Link>
      </p>
      <h1>
        {common.facts(
          found.case?.matter ? nameIn(language, found.case.matter) : said.one,
          placeIn(language, found.place),
        )}
      </h1>
      <p>
        <strong>
          {common.facts(
            found.practice && words.console.desk.practice,
            said.stages[found.stage],
            found.outcome !== null && said.outcomes[found.outcome],
            found.kept !== null && said.kept[found.kept],
            found.cause !== null && said.causes[found.cause],
          )}
        </strong>
      </p>
      {found.danger && <p className="mediation__heed">{said.danger}</p>}
      <p>
        {common.facts(
          said.origins[found.origin],
          said.openedOn(sayMoment(words, found.openedAt, now)),
          isOpen && said.usuallyBy(sayDay(words, found.usuallyBy, now)),
        )}
      </p>
      {isOpen && (
        <p>
          <small>{said.usualBasis(found.usualBasis.law, found.usualBasis.article)}</small>
        </p>
      )}
      {found.case !== null && (
        <p className="no-print">
          <Link to="/cases/$id" params={{ id: found.case.id }}>
            {said.caseOf(found.case.number)}
          </Link>
        </p>
      )}
    </header>
  )
}

function Story({ found }: { found: MediationView }) {
  const { words } = useReading()
  const { common, consoleMediation: said } = words
  const now = nowMs()
  const partyOf = (id: string | null) => found.parties.find((party) => party.id === id)?.name ?? null
  return (
    <>
      <section className="panel" aria-label={said.headings.story}>
        <h2>{said.headings.story}</h2>
        <ol className="mediation__plain">
          {found.timeline.map((line) => (
            <li key={line.seq}>
              {common.facts(sayMoment(words, line.at, now), said.storyOf(line.kind), partyOf(line.partyId))}
            </li>
          ))}
        </ol>
      </section>
      <section className="panel" aria-label={said.headings.looks}>
        <h2>{said.headings.looks}</h2>
        <ul className="mediation__plain">
          {found.looks.map((look) => (
            <li key={look.accountId}>{said.look(look.name, look.days, sayDay(words, look.lastOn, now))}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
