import { Link } from '@tanstack/react-router'
import type { LadderView } from '../../../../cases/ladder/press.contract.ts'
import { nowMs } from '../../../clock.ts'
import { ClockBar, ClockLight } from '../../../kit/clock-bar.tsx'
import { useNameOf } from '../../../shared/names.ts'
import { momentFacts } from '../../../words/time.ts'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { AnswerForm, InstructForm } from './instruction-forms.tsx'
import { useLadder, useLadderAct } from './use-ladder.ts'

/** 督办: who hears next, the button of whoever was told, and instructions with their own clocks. */
export function LadderPanel({ caseId }: { caseId: string }) {
  const { consoleLadder: said, consoleSteps } = useWords()
  const { toSteps } = consoleSteps
  const { data } = useLadder(caseId)
  // A part beside the story: until it is there, or where there is nothing to say, the page is whole without it.
  if (data === undefined) return null
  const { next, canAcknowledge, instructions, mayInstruct } = data
  if (next.length === 0 && !canAcknowledge && instructions.length === 0 && mayInstruct.length === 0)
    return null
  return (
    <section className="panel" aria-label={said.title}>
      <h3>{said.title}</h3>
      <NextSteps next={next} />
      {next.length > 0 && (
        <p>
          <Link className="more-link" to="/ladder">
            {toSteps}
          </Link>
        </p>
      )}
      {canAcknowledge && <Seen caseId={caseId} />}
      {instructions.map((instruction) => (
        <OneInstruction key={instruction.id} caseId={caseId} instruction={instruction} />
      ))}
      {mayInstruct.length > 0 && <InstructForm caseId={caseId} units={mayInstruct} />}
    </section>
  )
}

function NextSteps({ next }: Pick<LadderView, 'next'>) {
  const said = useWords().consoleLadder
  const nameOf = useNameOf()
  return (
    <ul className="panel__next">
      {next.map(({ clock, unit, kind, audience, at }) => {
        const name = unit === null ? null : nameOf(unit)
        return (
          <li key={unit?.id ?? clock}>
            {at === null
              ? said.waits(name)
              : said.next(name, audience, kind === 'press', momentFacts(at, nowMs()))}
          </li>
        )
      })}
    </ul>
  )
}

function Seen({ caseId }: { caseId: string }) {
  const said = useWords().consoleLadder
  const act = useLadderAct(caseId, 'acknowledge')
  return (
    <ActForm
      label={said.seen}
      hint={said.seenHint}
      busy={act.isPending}
      error={act.error}
      onSend={() => act.mutate({})}
    />
  )
}

type Instruction = LadderView['instructions'][number]

function OneInstruction({ caseId, instruction }: { caseId: string; instruction: Instruction }) {
  const words = useWords()
  const said = words.consoleLadder
  const nameOf = useNameOf()
  const { unit, giver, account, can, answer, withdrawn, lapsed } = instruction
  const isOpen = account.stoppedAt === null
  return (
    <div className="request">
      <p>
        <strong>{said.given(giver, nameOf(unit))}</strong>{' '}
        {!withdrawn && !lapsed && <ClockLight account={account} />}
      </p>
      <p>{instruction.words === null ? said.erased : words.story.texts.quoted(instruction.words)}</p>
      {isOpen && <ClockBar account={account} />}
      {answer !== null && <p>{said.answered(answer)}</p>}
      {withdrawn && <small>{said.withdrawn}</small>}
      {lapsed && <small>{said.lapsed}</small>}
      {isOpen && can.length === 0 && <small>{said.open}</small>}
      {can.includes('answer') && <AnswerForm caseId={caseId} instructionId={instruction.id} />}
      {can.includes('withdraw') && <Withdraw caseId={caseId} instructionId={instruction.id} />}
    </div>
  )
}

function Withdraw({ caseId, instructionId }: { caseId: string; instructionId: string }) {
  const act = useLadderAct<{ instructionId: string }>(caseId, 'withdraw-instruction')
  return (
    <ActForm
      label={useWords().consoleLadder.withdraw}
      look="danger"
      busy={act.isPending}
      error={act.error}
      onSend={() => act.mutate({ instructionId })}
    />
  )
}
