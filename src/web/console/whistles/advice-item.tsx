import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AdvicePage, EraseAdvice, FiledAdvice } from '../../../cases/whistle/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useSay } from '../../kit/status.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useReading, useWords } from '../words.ts'
import { isSaid, SaidField } from './said-field.tsx'

type Advice = AdvicePage['rows'][number]

/** One advice: about which unit, what is advised, and the answers to whistles that it rests on. */
export function AdviceItem({ advice }: { advice: Advice }) {
  const { words, language } = useReading()
  const { advice: said, callStages } = words.consoleWhistles
  const [erasing, setErasing] = useState(false)
  return (
    <>
      <h2>{words.common.facts(nameIn(language, advice.unit), said.abouts[advice.about])}</h2>
      <p className="whistles__words">{advice.words ?? words.consoleWhistles.wordsErased}</p>
      <p>{said.restsOn}</p>
      <ul>
        {advice.evidence.map(({ callId, whistleId, stage }, index) => (
          <li key={callId}>
            <Link to="/whistles/$id" params={{ id: whistleId }}>
              {words.common.labelled(said.evidence(index + 1), callStages[stage])}
            </Link>
          </li>
        ))}
      </ul>
      <small>
        {words.common.facts(placeIn(language, advice.street), sayMoment(words, advice.filedAt, nowMs()))}
      </small>
      {advice.words !== null && (
        <p className="no-print">
          <button type="button" className="text-button" onClick={() => setErasing(true)}>
            {said.erase.open}
          </button>
        </p>
      )}
      {erasing && <EraseDialog id={advice.id} onClose={() => setErasing(false)} />}
    </>
  )
}

function EraseDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { erase: said } = useWords().consoleWhistles.advice
  const say = useSay()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<FiledAdvice, Omit<EraseAdvice, 'requestId'>>(`/api/whistle-advice/${id}/erase`, {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    if (isSaid(reason)) act.mutate({ reason: reason.trim() })
  }
  return (
    <ActDialog
      title={said.title}
      label={said.send}
      look="danger"
      act={act}
      onConfirm={send}
      onClose={onClose}
    >
      <p>{said.hint}</p>
      <SaidField label={said.reason} needed={said.needed} value={reason} tried={tried} onChange={setReason} />
    </ActDialog>
  )
}
