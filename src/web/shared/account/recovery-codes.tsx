import './account.css'
import { useRef } from 'react'
import { Button } from '../../kit/button.tsx'
import { usePrintedAlone } from './printed-alone.ts'
import { useAccountWords } from './use-account-words.ts'

/** Recovery codes, shown this once, to be printed or copied. */
export function RecoveryCodeList({ codes, onDone }: { codes: readonly string[]; onDone(): void }) {
  const { recovery: said } = useAccountWords()
  const sheet = useRef<HTMLElement>(null)
  usePrintedAlone(sheet)
  return (
    <section ref={sheet} className="recovery" aria-label={said.title}>
      <h2>{said.title}</h2>
      <p className="recovery__where">{window.location.host}</p>
      <p>{said.lead}</p>
      <ol className="recovery__codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="form-acts no-print">
        <Button wide onClick={onDone}>
          {said.done}
        </Button>
        <Button look="quiet" wide onClick={() => window.print()}>
          {said.print}
        </Button>
      </div>
    </section>
  )
}
