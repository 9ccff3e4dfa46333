import { useState } from 'react'
import type { EraseWhistleTexts } from '../../../cases/whistle/contract.ts'
import { Check } from '../../kit/choice.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'
import { isSaid, SaidField } from './said-field.tsx'
import { useWhistleAct } from './use-whistles.ts'

/** The way to erase texts in which a person is named; where nothing is left there is none. */
export function EraseWords({
  path,
  texts: all,
}: {
  /** Where the act is sent. */
  path: string
  texts: readonly { readonly id: string; readonly body: string | null }[]
}) {
  const { erase: said } = useWords().consoleWhistles
  const [open, setOpen] = useState(false)
  const texts = all.flatMap(({ id, body }) => (body === null ? [] : [{ id, body }]))
  if (texts.length === 0) return null
  return (
    <div className="no-print">
      <button type="button" className="text-button" onClick={() => setOpen(true)}>
        {said.open}
      </button>
      {open && <EraseDialog path={path} texts={texts} onClose={() => setOpen(false)} />}
    </div>
  )
}

function EraseDialog({
  path,
  texts,
  onClose,
}: {
  path: string
  texts: readonly { readonly id: string; readonly body: string }[]
  onClose(): void
}) {
  const { erase: said } = useWords().consoleWhistles
  const say = useSay()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useWhistleAct<Omit<EraseWhistleTexts, 'requestId'>>(path, () => {
    say(said.done)
    onClose()
  })
  const send = () => {
    setTried(true)
    if (chosen.length > 0 && isSaid(reason)) act.mutate({ textIds: [...chosen], reason: reason.trim() })
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
      <fieldset className="field">
        <legend className="field__label">{said.which}</legend>
        {tried && chosen.length === 0 && <p className="field__error">{said.whichNeeded}</p>}
        {texts.map((text) => (
          <Check
            key={text.id}
            checked={chosen.includes(text.id)}
            onCheck={(on) =>
              setChosen(on ? [...chosen, text.id] : chosen.filter((other) => other !== text.id))
            }
          >
            {text.body}
          </Check>
        ))}
      </fieldset>
      <SaidField label={said.reason} needed={said.needed} value={reason} tried={tried} onChange={setReason} />
    </ActDialog>
  )
}
