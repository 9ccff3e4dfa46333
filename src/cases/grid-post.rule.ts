/** Whether a post looks after a grid. */
export const isGridPost = ({ kind }: { readonly kind: string }): boolean =>
  kind === 'grid_worker' || kind === 'grid_leader'
