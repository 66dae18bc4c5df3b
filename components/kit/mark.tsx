/** The key of our icon, for page heads; the name stands beside it, so it says nothing by itself. */
export function Mark() {
  return (
    <svg class="brand-mark" viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <rect class="brand-plate" width="128" height="128" rx="28" />
      <path
        class="brand-key"
        fill-rule="evenodd"
        d="M64 10a34 34 0 0 1 11 66.2V86h19v12H75v5h19v15H53V76.2A34 34 0 0 1 64 10Zm0 13a14 14 0 0 0-6.5 26.4L54 64h20l-3.5-14.6A14 14 0 0 0 64 23Z"
      />
    </svg>
  );
}
