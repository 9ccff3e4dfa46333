import type { LadderClock } from '../../../cases/ladder/ladder.contract.ts'
import type { AnnounceSteps, LadderVersion, StepsAnnounced } from '../../../cases/ladder/steps.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'
import { dayAfter, sayDate } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'

/** A matter's own steps end tomorrow: those of all matters hold for it again. */
export function BackDialog({
  clock,
  matter,
  base,
  today,
  onClose,
}: {
  clock: LadderClock
  matter: string
  base: LadderVersion['steps']
  today: string
  onClose(): void
}) {
  const words = useWords()
  const { consoleSteps } = words
  const { back: said } = consoleSteps
  const say = useSay()
  const fromDay = dayAfter(today)
  const day = sayDate(words, fromDay)
  const act = useAct<StepsAnnounced, Omit<AnnounceSteps, 'requestId'>>('/api/ladder', {
    onDone: () => {
      onClose()
      say(said.done(day))
    },
  })
  const send = () => act.mutate({ clock, matter, fromDay, steps: [], base: base.map(({ id }) => id) })
  return (
    <ActDialog
      title={said.title(consoleSteps.clocks[clock])}
      onClose={onClose}
      label={said.send}
      act={act}
      onConfirm={send}
    >
      <p>{said.hint(day)}</p>
    </ActDialog>
  )
}
