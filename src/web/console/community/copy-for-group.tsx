import { useRef, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from './use-said.ts'

/** Text ready to be pasted into a residents' group, which has no robots: shown, so that it is read before it is sent. */
export function CopyForGroup({ text }: { text: string }) {
  const { copy } = useSaid()
  const say = useSay()
  const area = useRef<HTMLTextAreaElement>(null)
  const [byHand, setByHand] = useState(false)
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text)
      say(copy.done)
    } catch {
      // No https, or not allowed: the text is selected, and said how to go on.
      area.current?.select()
      setByHand(true)
    }
  }
  return (
    <div className="community__form">
      <Field label={copy.label} error={byHand ? copy.byHand : undefined}>
        {(control) => <textarea {...control} ref={area} className="input" readOnly rows={7} value={text} />}
      </Field>
      <Button onClick={() => void take()}>{copy.act}</Button>
    </div>
  )
}
