/** What the tests of this module share. */
package io.coxswain.testing;
