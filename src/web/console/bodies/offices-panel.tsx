import { type FormEvent, useState } from 'react'
import type { OpenedOffices } from '../../../organisations/body.contract.ts'
import type {
  BodyView,
  OfficeHeld,
  Term,
  TermBegun,
  TermEnded,
  TermReason,
} from '../../../people/offices/office.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { localDay, sayDate } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { HolderSelect, type Whom } from './holder-select.tsx'
import { WordSelect } from './word-select.tsx'

/** A body's offices, each with who holds it, and the ways to fill and to leave one. */
export function OfficesPanel({ view }: { view: BodyView }) {
  const { consoleBodies } = useWords()
  const { offices: said } = consoleBodies
  const say = useSay()
  const usual = useAct<OpenedOffices>('/api/offices/usual', { onDone: () => say(said.usualDone) })
  return (
    <section className="panel">
      <h2>{said.title}</h2>
      {view.offices.length === 0 && <p>{said.none}</p>}
      {view.offices.map((office) => (
        <OfficeLine key={office.id} office={office} may={view.can.offices} />
      ))}
      {view.can.offices && view.lacks > 0 && (
        <Button look="quiet" busy={usual.isPending} onClick={() => usual.mutate({ unitId: view.body.id })}>
          {said.usual(view.lacks)}
        </Button>
      )}
      <FormProblem error={usual.error} />
      {view.past.length > 0 && <Past view={view} />}
    </section>
  )
}

function OfficeLine({ office, may }: { office: OfficeHeld; may: boolean }) {
  const words = useWords()
  const { offices: said } = words.consoleBodies
  const nameOf = useNameOf()
  const [taking, setTaking] = useState(false)
  const { basis } = office
  const facts = words.common.facts(
    said.seats(office.seats),
    said.term(office.termMonths),
    basis !== null && said.basis(basis.law, basis.article, sayDate(words, basis.date)),
  )
  return (
    <div className="bodies__office">
      <h3>{nameOf(office)}</h3>
      <small>{facts}</small>
      <ul className="bodies__holders">
        {office.terms.length === 0 && <li>{said.vacant}</li>}
        {office.terms.map((term) => (
          <HolderLine key={term.id} term={term} office={office} may={may} />
        ))}
      </ul>
      {may && !taking && (
        <button
          type="button"
          className="text-button"
          aria-label={said.take.openOf(nameOf(office))}
          onClick={() => setTaking(true)}
        >
          {said.take.open}
        </button>
      )}
      {taking && <TakeForm office={office} onClose={() => setTaking(false)} />}
    </div>
  )
}

function HolderLine({ term, office, may }: { term: Term; office: OfficeHeld; may: boolean }) {
  const words = useWords()
  const { offices: said } = words.consoleBodies
  const nameOf = useNameOf()
  const [leaving, setLeaving] = useState(false)
  const also = words.common.list(
    term.also.map(({ body, office: of }) => said.place(nameOf(body), nameOf(of))),
  )
  const facts = words.common.facts(
    said.held(sayDate(words, term.startsOn), term.endsOn && sayDate(words, term.endsOn)),
    also !== '' && said.also(also),
  )
  return (
    <li className="bodies__holder">
      <span>
        {term.holder.name} {term.overdue && <span className="bodies__late">{said.overdue}</span>}
        <small>{facts}</small>
      </span>
      {may && (
        <button
          type="button"
          className="text-button"
          aria-label={said.leave.openOf(term.holder.name, nameOf(office))}
          onClick={() => setLeaving(true)}
        >
          {said.leave.open}
        </button>
      )}
      {leaving && <Leave term={term} office={office} onClose={() => setLeaving(false)} />}
    </li>
  )
}

function TakeForm({ office, onClose }: { office: OfficeHeld; onClose(): void }) {
  const { consoleBodies } = useWords()
  const { take: said } = consoleBodies.offices
  const nameOf = useNameOf()
  const say = useSay()
  const [whom, setWhom] = useState<Whom | null>(null)
  const [startsOn, setStartsOn] = useState(localDay(nowMs()))
  const [endsOn, setEndsOn] = useState('')
  const [tried, setTried] = useState(false)
  const take = useAct<TermBegun>('/api/terms', {
    onDone: () => {
      onClose()
      say(said.done(whom?.label ?? ''))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (whom === null || startsOn === '' || take.isPending) return
    const { label: _label, ...who } = whom
    take.mutate({ officeId: office.id, ...who, startsOn, ...(endsOn === '' ? {} : { endsOn }) })
  }
  return (
    <form aria-label={said.openOf(nameOf(office))} onSubmit={submit} noValidate>
      <HolderSelect
        value={whom}
        onChange={setWhom}
        error={tried && whom === null ? consoleBodies.found.needed : undefined}
      />
      <TextField
        label={said.startsOn}
        type="date"
        value={startsOn}
        error={tried && startsOn === '' ? consoleBodies.found.needed : undefined}
        onChange={(event) => setStartsOn(event.target.value)}
      />
      <TextField
        label={said.endsOn}
        hint={said.endsOnHint}
        optional
        type="date"
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
      />
      <FormProblem error={take.error} />
      <FormActs label={said.send} busy={take.isPending} onCancel={onClose} />
    </form>
  )
}

function Leave({ term, office, onClose }: { term: Term; office: OfficeHeld; onClose(): void }) {
  const { leave: said, reasons } = useWords().consoleBodies.offices
  const nameOf = useNameOf()
  const say = useSay()
  const today = localDay(nowMs())
  const [reason, setReason] = useState<TermReason>(term.overdue ? 'term_over' : 'resigned')
  const [day, setDay] = useState(today)
  const { body_ended: _byBody, ...own } = reasons
  const end = useAct<TermEnded>(`/api/terms/${term.id}/end`, {
    onDone: () => {
      onClose()
      say(said.done(term.holder.name))
    },
  })
  return (
    <ActDialog
      title={said.title(term.holder.name, nameOf(office))}
      onClose={onClose}
      label={said.send}
      act={end}
      onConfirm={() => end.mutate({ reason, endedOn: day })}
    >
      <WordSelect<TermReason>
        label={said.reason}
        words={own as Record<TermReason, string>}
        value={reason}
        onChange={(chosen) => setReason(chosen ?? 'other')}
      />
      <TextField
        label={said.day}
        type="date"
        max={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
    </ActDialog>
  )
}

function Past({ view }: { view: BodyView }) {
  const words = useWords()
  const { offices: said } = words.consoleBodies
  const nameOf = useNameOf()
  return (
    <details>
      <summary className="summary">{said.past(view.past.length)}</summary>
      <ul className="bodies__rows">
        {view.past.map((term) => (
          <li key={term.id}>
            {words.common.labelled(nameOf(term.office), term.holder.name)}
            <small>
              {words.common.facts(
                said.held(sayDate(words, term.startsOn), term.endsOn && sayDate(words, term.endsOn)),
                term.endedOn !== null &&
                  term.reason !== null &&
                  said.left(sayDate(words, term.endedOn), said.reasons[term.reason]),
              )}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
