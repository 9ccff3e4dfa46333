import { type FormEvent, useState } from 'react'
import type { ChangeRobot, Robot } from '../../../notices/delivery/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { HowToldFields, isWhole } from './robot-fields.tsx'

/** A group's robot: what it tells, when it is quiet, how it fares, and what can be done about it. */
export function RobotItem({ robot }: { robot: Robot }) {
  const words = useWords()
  const { consoleRobots: said, common } = words
  const nameOf = useNameOf()
  const now = nowMs()
  const { quiet, unit } = robot
  const paused = robot.pausedAt !== null
  return (
    <li className="services__item">
      <h2>{robot.name}</h2>
      <p>
        {common.facts(
          said.kinds[robot.kind],
          unit === null ? said.place(nameOf(robot.area)) : said.work(nameOf(unit)),
        )}
        <br />
        <small>
          {common.facts(
            robot.shown,
            quiet.from === quiet.until ? said.neverQuiet : said.quiet(quiet.from, quiet.until),
            said.spoken[robot.language],
          )}
        </small>
      </p>
      <small>
        {common.facts(
          paused && said.paused,
          robot.lastSentAt === null ? said.neverSent : said.lastSent(sayMoment(words, robot.lastSentAt, now)),
          robot.waiting > 0 && said.waiting(robot.waiting),
          robot.givenUp > 0 && said.givenUp(robot.givenUp),
        )}
      </small>
      <RobotActs robot={robot} />
    </li>
  )
}

function RobotActs({ robot }: { robot: Robot }) {
  const { consoleRobots: said } = useWords()
  const say = useSay()
  const [removing, setRemoving] = useState(false)
  const [changing, setChanging] = useState(false)
  const { id, name, quiet, language } = robot
  const paused = robot.pausedAt !== null
  const trial = useAct(`/api/robots/${id}/try`, { onDone: () => say(said.tried) })
  const change = useAct<object, Omit<ChangeRobot, 'requestId'>>(`/api/robots/${id}/change`, {
    onDone: (sent) => say(sent.paused ? said.pausedNow : said.resumedNow),
  })
  const remove = useAct(`/api/robots/${id}/remove`, { onDone: () => say(said.remove.done) })
  return (
    <>
      <fieldset className="robots__acts">
        <legend className="unseen">{said.actsOf(name)}</legend>
        {!paused && (
          <button type="button" className="text-button" onClick={() => trial.mutate({})}>
            {said.try}
          </button>
        )}
        <button
          type="button"
          className="text-button"
          aria-expanded={changing}
          onClick={() => setChanging(!changing)}
        >
          {said.change.open}
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => change.mutate({ paused: !paused, quiet, language })}
        >
          {paused ? said.resume : said.pause}
        </button>
        <button type="button" className="text-button" onClick={() => setRemoving(true)}>
          {said.remove.open}
        </button>
      </fieldset>
      <FormProblem error={trial.error ?? change.error} />
      {changing && <ChangeForm robot={robot} onClose={() => setChanging(false)} />}
      {removing && (
        <ActDialog
          title={said.remove.title(name)}
          label={said.remove.send}
          look="danger"
          act={remove}
          onConfirm={() => remove.mutate({})}
          onClose={() => setRemoving(false)}
        >
          <p>{said.remove.hint}</p>
        </ActDialog>
      )}
    </>
  )
}

/** How a group is told from now on. */
function ChangeForm({ robot, onClose }: { robot: Robot; onClose(): void }) {
  const { change: said } = useWords().consoleRobots
  const say = useSay()
  const [told, setTold] = useState({ language: robot.language, quiet: robot.quiet })
  const change = useAct<object, Omit<ChangeRobot, 'requestId'>>(`/api/robots/${robot.id}/change`, {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isWhole(told) && !change.isPending) change.mutate({ paused: robot.pausedAt !== null, ...told })
  }
  return (
    <form className="robots__change" aria-label={said.title(robot.name)} onSubmit={submit}>
      <HowToldFields told={told} set={setTold} />
      <FormProblem error={change.error} />
      <FormActs label={said.send} busy={change.isPending} onCancel={onClose} />
    </form>
  )
}
