import { tongueOf } from '../../../kernel/tongue.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useWords } from '../../preferences.tsx'

/** Somebody who answers, and one tap to call them. */
export function CallRow({ name, about, phone }: { name: string; about?: string; phone: string | null }) {
  const { grid } = useWords().field
  return (
    <li className="call-row">
      <span className="call-row__who">
        <span {...tongueOf(name)}>{name}</span>
        {about !== undefined && <small>{about}</small>}
        <small className="unbroken">{phone ?? grid.noPhone}</small>
      </span>
      {phone !== null && (
        <a
          className={buttonClass({ look: 'quiet' })}
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
          aria-label={grid.call(name)}
        >
          {grid.callShort}
        </a>
      )}
    </li>
  )
}
