export { type Auth, createAuth, type SignInAnswer, type SignInRequest } from "./auth.ts";
export { hashPassword } from "./password.ts";
