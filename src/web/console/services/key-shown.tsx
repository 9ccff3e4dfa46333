import { useEffect, useRef } from 'react'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../words.ts'

/** A key that was just given, and nobody sees again. */
export interface GivenKey {
  readonly name: string
  readonly key: string
}

export function KeyShown({ given, onClose }: { given: GivenKey; onClose(): void }) {
  const { shown: said } = useWords().consoleServices
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const copy = async () => {
    await navigator.clipboard.writeText(given.key)
    say(said.copied)
  }
  return (
    <section className="panel" aria-label={said.title(given.name)}>
      <h2 ref={heading} tabIndex={-1}>
        {said.title(given.name)}
      </h2>
      <p>{said.once}</p>
      <p className="services__key">Authorization: Bearer {given.key}</p>
      <div className="people__acts">
        {/* Browsers give the clipboard to pages under TLS or on this machine alone. */}
        {window.isSecureContext && <Button onClick={() => void copy()}>{said.copy}</Button>}
        <Button look={window.isSecureContext ? 'quiet' : 'main'} onClick={onClose}>
          {said.close}
        </Button>
      </div>
    </section>
  )
}
