// In the place of @types/node, which the types of some packages ask for: a browser has nothing of it.
export {};
