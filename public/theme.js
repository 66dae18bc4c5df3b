// Runs before anything is drawn, so that no page of ours flashes in another theme than the chosen one.
{
  const draw = () => {
    let theme;
    try {
      theme = localStorage.getItem('theme');
    } catch {
      // Nothing is kept then, and the page follows the system.
    }
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  draw();
  addEventListener('storage', draw);
}
