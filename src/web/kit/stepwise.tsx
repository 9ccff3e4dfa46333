import { type ReactNode, useEffect, useRef } from 'react'
import { useLargeType, useWords } from '../preferences.tsx'
import { Button } from './button.tsx'

export interface StepwiseProps {
  readonly parts: readonly ReactNode[]
  /** What sends the form; stands below the last part. */
  readonly end: ReactNode
  /** The part that is shown where they come one by one, from 0. */
  readonly at: number
  onGo(at: number): void
}

/** The parts of a form: all on one page, and in large type one at a time, with the way on and back in words. */
export function Stepwise({ parts, end, at, onGo }: StepwiseProps) {
  if (!useLargeType())
    return (
      <>
        {parts}
        {end}
      </>
    )
  const isLast = at >= parts.length - 1
  return (
    <>
      <Place at={at} all={parts.length} />
      {parts[at]}
      {isLast ? end : <Onward />}
      {at > 0 && (
        <p className="stepwise__back">
          <BackButton onBack={() => onGo(at - 1)} />
        </p>
      )}
    </>
  )
}

/** Sends the form, which goes to the next part where nothing is missing in this one. */
function Onward() {
  const { steps } = useWords().common
  return (
    <Button type="submit" wide big>
      {steps.next}
    </Button>
  )
}

function BackButton({ onBack }: { onBack(): void }) {
  const { steps } = useWords().common
  return (
    <Button look="quiet" wide onClick={onBack}>
      {steps.back}
    </Button>
  )
}

/** Which part of how many; takes the focus when another part comes, so that it is read aloud and Tab goes on from it. */
function Place({ at, all }: { at: number; all: number }) {
  const { steps } = useWords().common
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(at)
  useEffect(() => {
    if (before.current === at) return
    before.current = at
    heading.current?.focus()
  }, [at])
  return (
    <h2 ref={heading} tabIndex={-1} className="stepwise__place">
      {steps.place(at + 1, all)}
    </h2>
  )
}
