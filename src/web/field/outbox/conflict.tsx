import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { emergencyLineKeys } from '../../../matters/doors.contract.ts'
import { Problem, sayProblem } from '../../api/problem.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { EmergencyCall } from '../../shared/report/door-ways.tsx'
import { storyActs } from '../../shared/story.ts'
import type { Piece } from './piece.ts'
import { backToForm, sendAgain } from './settle.ts'
import { useOutboxWords } from './use-outbox-words.ts'

/** Why a piece was not taken, how the case stands now, and the ways on. */
export function Conflict({ piece }: { piece: Piece }) {
  const words = useWords()
  const { problem } = piece
  if (problem === null) return null
  return (
    <div className="piece__now">
      <p className="field__error" role="alert">
        {sayProblem(words, new Problem(problem.kind, problem))}
      </p>
      {problem.code === 'emergency_first' ? (
        <Emergency piece={piece} lines={String(problem.facts.lines ?? '110').split(',')} />
      ) : piece.caseId === null ? (
        <Again piece={piece} />
      ) : (
        <CaseNow piece={piece} caseId={piece.caseId} />
      )}
    </div>
  )
}

/** Sends it again as of now. */
function Again({ piece, change = {}, label }: { piece: Piece; change?: object; label?: string }) {
  const said = useOutboxWords()
  const say = useSay()
  const go = async () => {
    await sendAgain(piece, { ...change })
    say(said.again)
  }
  return (
    <div className="form-acts">
      <Button wide onClick={() => void go()}>
        {label ?? said.sendAgain}
      </Button>
    </div>
  )
}

/** What may be an emergency waited here: the numbers come first, now as then. */
function Emergency({ piece, lines }: { piece: Piece; lines: readonly string[] }) {
  const said = useOutboxWords()
  return (
    <>
      <p>{said.call}</p>
      {emergencyLineKeys
        .filter((line) => lines.includes(line))
        .map((line) => (
          <EmergencyCall key={line} line={line} />
        ))}
      <Again piece={piece} change={{ notEmergency: true }} label={said.notEmergency} />
    </>
  )
}

/** What the server says of the case now, and what came since the piece was done. */
function CaseNow({ piece, caseId }: { piece: Piece; caseId: string }) {
  const said = useOutboxWords()
  const { data, error } = useRead<CaseStory>(`/api/cases/${caseId}`)
  if (data === undefined) {
    const isGone = error instanceof Problem && error.kind === 'refused'
    return <p>{isGone ? said.gone : said.nowUnknown}</p>
  }
  return (
    <>
      <StageNow found={data} sinceMs={Date.parse(piece.doneAt)} />
      {data.can.includes(piece.act) ? <Again piece={piece} /> : <AsNote piece={piece} found={data} />}
    </>
  )
}

function StageNow({ found, sinceMs }: { found: CaseStory; sinceMs: number }) {
  const { words, language } = usePreferences()
  const said = useOutboxWords()
  const later = { ...found, timeline: found.timeline.filter(({ at }) => Date.parse(at) > sinceMs) }
  return (
    <>
      <p>{words.common.labelled(said.now, words.cases.stages[found.stage])}</p>
      {later.timeline.length > 0 && (
        <>
          <h3>{said.since}</h3>
          <Timeline acts={storyActs(words, language, later, nowMs()).filter(({ at }) => at !== null)} />
        </>
      )}
    </>
  )
}

/** Somebody else has finished it: what was written may still be worth a note. */
function AsNote({ piece, found }: { piece: Piece; found: CaseStory }) {
  const said = useOutboxWords()
  const say = useSay()
  const navigate = useNavigate()
  const queries = useQueryClient()
  if (piece.act !== 'resolve' || !found.can.includes('note')) return null
  const go = async () => {
    const to = await backToForm(queries, piece, 'note')
    say(said.changed)
    await navigate({ to })
  }
  return (
    <div className="form-acts">
      <Button wide onClick={() => void go()}>
        {said.changeToNote}
      </Button>
    </div>
  )
}
