/** Nothing: this module is tests only, which lie in the packages of what they test. */
package io.coxswain.stress;
