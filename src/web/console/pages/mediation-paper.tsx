import '../paper/paper.css'
import '../mediation/mediation.css'
import { Link, useParams } from '@tanstack/react-router'
import type { MediationView } from '../../../cases/mediation/page.contract.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { sayDate } from '../../words/time.ts'
import { useMediation } from '../mediation/use-mediation.ts'
import { useSignedIn } from '../session/me.ts'
import { useReading, useWords } from '../words.ts'

/** 人民调解协议书 on A4, with the parts that the law names (第二十九条), to be printed and signed. */
export default function MediationPaperPage() {
  const { id = '' } = useParams({ strict: false })
  const { paper: said } = useWords().consoleMediation
  useTitle(said.title)
  return (
    <div className="paper">
      <nav className="paper__bar no-print" aria-label={said.title}>
        <Link to="/mediations/$id" params={{ id }}>
          {said.back}
        </Link>
        <Button onClick={() => window.print()}>{said.print}</Button>
        <small>{said.hint}</small>
      </nav>
      <Shown reading={useMediation(id)} heading={said.title}>
        {(found) => <AgreementSheet found={found} />}
      </Shown>
    </div>
  )
}

function AgreementSheet({ found }: { found: MediationView }) {
  const { words, language } = useReading()
  const { consoleMediation } = words
  const { paper: said, sides, erased } = consoleMediation
  const nameOf = useNameOf()
  const { district } = useSignedIn()
  const { agreement, confirmBasis } = found
  if (agreement === null) return null
  const partyName = (id: string) => found.parties.find((party) => party.id === id)?.name ?? erased
  return (
    // Paper is white, on a dark screen too: it is looked at as it will be printed.
    <article className="sheet" data-theme="light" aria-label={said.title}>
      <header className="sheet__head">
        <div>
          <p className="sheet__district">
            {words.common.facts(nameOf(district), placeIn(language, found.place))}
          </p>
          <h1>{said.title}</h1>
        </div>
      </header>
      <h2>{said.parties}</h2>
      {found.parties.map((party, index) => (
        <div key={party.id}>
          <p>{words.common.labelled(said.party(sides[party.side], index + 1), party.name ?? erased)}</p>
          <p className="mediation-sheet__by-hand">
            {words.common.facts(said.blank, party.phone !== null && said.phone(party.phone))}
          </p>
        </div>
      ))}
      <h2>{said.facts}</h2>
      <p className="sheet__words">{agreement.facts ?? erased}</p>
      <h2>{said.terms}</h2>
      <p className="sheet__words">{agreement.terms ?? erased}</p>
      <h2>{said.duties}</h2>
      {agreement.duties.length === 0 && <p>{said.noDuties}</p>}
      <ol className="mediation__plain">
        {agreement.duties.map((duty) => (
          <li key={duty.id}>
            {said.duty(partyName(duty.partyId), duty.words ?? erased, sayDate(words, duty.dueOn))}
          </li>
        ))}
      </ol>
      <p>{said.law}</p>
      <p>{said.dispute}</p>
      <p>{said.confirm(confirmBasis.days, confirmBasis.law, confirmBasis.article)}</p>
      <p>{said.copies}</p>
      <div className="sheet__signatures">
        {[
          ...found.parties.map(({ id, name }) => ({ id, line: said.signature(name ?? erased) })),
          { id: 'mediator', line: said.mediator(found.mediator?.name ?? '') },
          { id: 'seal', line: said.seal },
        ].map(({ id, line }) => (
          // Two parties may have one name.
          <p key={id}>
            <span>{line}</span>
            <span className="sheet__date">{said.date}</span>
          </p>
        ))}
      </div>
    </article>
  )
}
