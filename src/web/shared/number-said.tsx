/** A sentence with a case's number, which stays whole on its line: it is copied by hand and read out. */
export function NumberSaid({ said, number }: { said: string; number: string }) {
  const [before = '', after = ''] = said.split(number)
  return (
    <>
      {before}
      <span className="unbroken">{number}</span>
      {after}
    </>
  )
}
