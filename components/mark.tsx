/** The key of our icon, for page heads; the name stands beside it, so it says nothing by itself. */
export function Mark() {
  return (
    <svg class="brand-mark" viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <rect class="brand-plate" width="128" height="128" rx="28" />
      <g class="brand-key">
        <path
          d="M64 14a30 30 0 0 1 9 58.6V110H55V72.6A30 30 0 0 1 64 14Zm0 17a13 13 0 1 0 0 26 13 13 0 0 0 0-26Z"
          fill-rule="evenodd"
        />
        <path d="M73 82h19v12H73zM73 100h12v10H73z" />
      </g>
    </svg>
  );
}
